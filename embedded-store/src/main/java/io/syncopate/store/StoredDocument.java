package io.syncopate.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

import java.nio.ByteBuffer;

/** A document as the file keeps it, with its size in BSON. Never changed once stored: readers share it. */
record StoredDocument(Document document, int size) {

    static StoredDocument of(Document document) {
        ByteBuf bson = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, bson);
        return new StoredDocument(document, bson.readableBytes());
    }

    static final class Type extends BasicDataType<StoredDocument> {

        static final Type INSTANCE = new Type();

        /** A map of objects takes about four times the bytes of its BSON. */
        private static final int MEMORY_PER_BYTE = 4;

        @Override
        public int getMemory(StoredDocument stored) {
            return stored.size() * MEMORY_PER_BYTE;
        }

        @Override
        public boolean isMemoryEstimationAllowed() {
            return false;
        }

        @Override
        public void write(WriteBuffer out, StoredDocument stored) {
            ByteBuf bson = Unpooled.buffer(stored.size());
            BsonEncoder.encodeDocument(stored.document(), bson);
            out.putVarInt(bson.readableBytes());
            out.put(bson.nioBuffer());
        }

        @Override
        public StoredDocument read(ByteBuffer in) {
            int size = DataUtils.readVarInt(in);
            ByteBuffer slice = in.slice(in.position(), size);
            in.position(in.position() + size);
            return new StoredDocument(BsonDecoder.decodeBson(Unpooled.wrappedBuffer(slice)), size);
        }

        @Override
        public StoredDocument[] createStorage(int size) {
            return new StoredDocument[size];
        }
    }
}
