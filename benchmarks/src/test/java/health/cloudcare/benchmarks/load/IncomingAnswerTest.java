package health.cloudcare.benchmarks.load;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IncomingAnswerTest {
    private final IncomingAnswer answer = new IncomingAnswer();

    @Test
    void isCompleteWithTheLastByteOfItsBodyHoweverItArrives() throws IOException {
        ReadableByteChannel channel =
                byteByByte("HTTP/1.1 201 Created\r\nContent-Type: text/plain\r\nContent-Length: 7\r\n\r\na\r\n\r\nbc");
        int reads = 1;
        while (!answer.readFrom(channel)) {
            reads++;
        }

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("a\r\n\r\nbc");
        assertThat(reads).isEqualTo(76);
    }

    @Test
    void forgetsTheOneBefore() throws IOException {
        ReadableByteChannel channel = byteByByte(
                "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nfirstHTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n");
        while (!answer.readFrom(channel)) {
            assertThat(channel.isOpen()).isTrue();
        }
        answer.clear();
        while (!answer.readFrom(channel)) {
            assertThat(channel.isOpen()).isTrue();
        }

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void putsChunksTogetherHoweverTheyArrive() throws IOException {
        ReadableByteChannel channel = byteByByte(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nc\r\n[\r\n0\r\n\r\n1234\r\n1;last=1\r\n]\r\n0\r\n\r\n"
                        + "HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n");
        while (!answer.readFrom(channel)) {
            assertThat(channel.isOpen()).isTrue();
        }
        assertThat(answer.body()).isEqualTo("[\r\n0\r\n\r\n1234]");

        answer.clear();
        while (!answer.readFrom(channel)) {
            assertThat(channel.isOpen()).isTrue();
        }
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void refusesAnAnswerWithoutLength() {
        ReadableByteChannel channel =
                Channels.newChannel(new ByteArrayInputStream(bytes("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n")));

        assertThatThrownBy(() -> answer.readFrom(channel)).hasMessageContaining("does not say its length");
    }

    @Test
    void failsWhenTheConnectionEndsFirst() throws IOException {
        ReadableByteChannel channel =
                Channels.newChannel(new ByteArrayInputStream(bytes("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nfir")));

        assertThat(answer.readFrom(channel)).isFalse();
        assertThatThrownBy(() -> answer.readFrom(channel)).isInstanceOf(EOFException.class);
    }

    private static ReadableByteChannel byteByByte(String text) {
        ReadableByteChannel all = Channels.newChannel(new ByteArrayInputStream(bytes(text)));
        return new ReadableByteChannel() {
            @Override
            public int read(ByteBuffer target) throws IOException {
                ByteBuffer one = ByteBuffer.allocate(1);
                int read = all.read(one);
                target.put(one.flip());
                return read;
            }

            @Override
            public boolean isOpen() {
                return all.isOpen();
            }

            @Override
            public void close() throws IOException {
                all.close();
            }
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
