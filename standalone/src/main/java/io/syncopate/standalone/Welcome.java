package io.syncopate.standalone;

import io.syncopate.gateway.security.SecuritySettings;
import io.syncopate.gateway.security.SignInLinks;
import io.syncopate.gateway.security.SignIns;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;

import org.springframework.context.ApplicationContext;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** The last words of a start: the one link to open, and how to go on without a browser. */
final class Welcome {

    private Welcome() {}

    static void print(ApplicationContext gateway, int port, Duration taken, PrintStream out) {
        var security = gateway.getBean(SecuritySettings.class);
        var developer =
                new SignIns.Person(
                        new TenantId(security.developer().tenant()),
                        new Uid(security.developer().uid()));
        String link = gateway.getBean(SignInLinks.class).create(developer);
        out.printf(
                Locale.ROOT,
                """

                Syncopate runs (started in %.1f s). Open this link; it works once, for %d minutes:

                    http://127.0.0.1:%d%s

                """,
                taken.toMillis() / 1000.0,
                security.signInLife().toMinutes(),
                port,
                link);
        Path key = security.developer().keyFile();
        if (key != null) {
            out.println("For curl: a key for everything is in " + key.toAbsolutePath());
        }
        out.println("Stop it with Ctrl-C; the data stays.");
        out.flush();
    }
}
