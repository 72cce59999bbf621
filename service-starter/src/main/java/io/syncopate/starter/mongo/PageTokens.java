package io.syncopate.starter.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;

import io.syncopate.kernel.InvalidException;

import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Page tokens that only the service itself can make, each good for one list alone: what the list
 * depends on is signed with it. The replicas share the key through their database, where the first
 * of them puts it; who can read it there can read every page anyway.
 */
public final class PageTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_BYTES = 16;
    private static final String KEY_ID = "page-tokens";
    private static final String KEY = "key";

    private final MongoCollection<Document> secrets;
    private volatile @Nullable SecretKeySpec key;

    public PageTokens(MongoDatabase database) {
        // A key that a failover takes back would make tokens that nobody knows any more.
        this.secrets = database.getCollection("secrets").withReadConcern(ReadConcern.MAJORITY);
    }

    /**
     * @param place where the list goes on
     * @param list what the list depends on: tenant, collection, filter, order
     */
    public String sign(String place, List<String> list) {
        byte[] content = place.getBytes(StandardCharsets.UTF_8);
        byte[] mac = mac(content, list);
        byte[] token = Arrays.copyOf(mac, mac.length + content.length);
        System.arraycopy(content, 0, token, mac.length, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /**
     * The place in a token.
     *
     * @throws InvalidException INVALID_PAGE_TOKEN when it was not made for this list
     */
    public String placeIn(String token, List<String> list) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            InvalidException refusal = InvalidException.pageToken(token);
            refusal.addSuppressed(e);
            throw refusal;
        }
        if (bytes.length < MAC_BYTES) {
            throw InvalidException.pageToken(token);
        }
        byte[] content = Arrays.copyOfRange(bytes, MAC_BYTES, bytes.length);
        if (!MessageDigest.isEqual(mac(content, list), Arrays.copyOfRange(bytes, 0, MAC_BYTES))) {
            throw InvalidException.pageToken(token);
        }
        return new String(content, StandardCharsets.UTF_8);
    }

    private byte[] mac(byte[] content, List<String> list) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            for (String part : list) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // With its length, so that parts cannot run into each other.
                mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                mac.update(bytes);
            }
            mac.update((byte) '.');
            return Arrays.copyOf(mac.doFinal(content), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            known = new SecretKeySpec(sharedKey(), ALGORITHM);
            key = known;
        }
        return known;
    }

    private byte[] sharedKey() {
        Document stored = secrets.find(eq("_id", KEY_ID)).first();
        if (stored == null) {
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            try {
                secrets.insertOne(new Document("_id", KEY_ID).append(KEY, new Binary(fresh)));
                return fresh;
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                stored = Objects.requireNonNull(secrets.find(eq("_id", KEY_ID)).first());
            }
        }
        return stored.get(KEY, Binary.class).getData();
    }
}
