using System.Text;
using Cuttings.Import.WordPress;
using Xunit;

namespace Cuttings.Import.Tests.WordPress;

/// <summary>An export holds no more memory at its end than at its beginning, whatever is in it.</summary>
[Collection("alone")]
public class HeldExports
{
    private const long Most = 64L << 20;

    [Theory]
    [InlineData("post", 4000)]
    [InlineData("attachment", 60_000)]
    [InlineData("waiting", 4000)]
    [InlineData("text", 4000)]
    public async Task Memory_is_held_constant(string kind, int count)
    {
        var piece = kind switch
        {
            "attachment" => Wxr.Item("quay", "", 8, "<wp:attachment_url>https://quay.example/wp-content/uploads/quay.jpg</wp:attachment_url>", "inherit", "attachment"),
            "waiting" => Wxr.Item("Ferry runs", new string('x', 8000), 7, "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>123</wp:meta_value></wp:postmeta>"),
            "text" => "<item><content:encoded><![CDATA[" + new string('x', 8000),
            _ => Wxr.Item("Ferry runs", new string('x', 8000)),
        };
        using var export = new Repeated(Encoding.UTF8.GetBytes(Wxr.Head), n => Encoding.UTF8.GetBytes(kind == "attachment" ? piece.Replace("<wp:post_id>8<", $"<wp:post_id>{n}<", StringComparison.Ordinal) : piece), count, Encoding.UTF8.GetBytes(Wxr.Foot));
        var idle = GC.GetTotalMemory(forceFullCollection: true);
        var (items, held) = (0, 0L);
        await foreach (var item in WxrFile.ReadAsync(export, "blog.xml", TestContext.Current.CancellationToken))
        {
            if (items++ % 1000 == 999 || item.Note is not null)
            {
                held = Math.Max(held, GC.GetTotalMemory(forceFullCollection: true) - idle);
            }
        }

        Assert.True(items > 0);
        Assert.True(held <= Most, $"{held >> 20} MB were held.");
    }

    // A file too large to keep beside the tests.
    private sealed class Repeated(byte[] head, Func<int, byte[]> piece, int count, byte[] foot) : Stream
    {
        private byte[] now = head;
        private int at;
        private int made;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int length)
        {
            if (at == now.Length)
            {
                if (made > count)
                {
                    return 0;
                }

                (now, at) = (made++ < count ? piece(made) : foot, 0);
            }

            length = Math.Min(length, now.Length - at);
            now.AsSpan(at, length).CopyTo(buffer.AsSpan(offset));
            at += length;
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
