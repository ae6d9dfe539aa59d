using System.Buffers.Binary;
using System.IO.Hashing;
using CleanApi.WebApi.IntegrationTests.Http;
using SkiaSharp;

namespace CleanApi.WebApi.IntegrationTests.Files;

/// <summary>Pictures that tests upload: red on the left, blue on the right.</summary>
internal static class Pictures
{
    /// <summary>A text that no pixel has.</summary>
    public const string Mark = "GPS 48.8584 2.2945";

    /// <summary>A picture in a format.</summary>
    public static UploadedFile Of(SKEncodedImageFormat format, int width = 900, int height = 600)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Red);
            using var blue = new SKPaint { Color = SKColors.Blue };
            canvas.DrawRect(SKRect.Create(width / 2f, 0, width / 2f, height), blue);
        }

        using var data = bitmap.Encode(format, 90);
        var name = format.ToString().ToLowerInvariant();
        return new UploadedFile($"me.{name}", $"image/{name}", data.ToArray());
    }

    /// <summary>A JPEG with Exif data: how it is to be turned (TIFF tag 0x0112), and a text (0x010E).</summary>
    public static UploadedFile WithExif(ushort orientation)
    {
        var plain = Of(SKEncodedImageFormat.Jpeg);
        byte[] text = [.. System.Text.Encoding.ASCII.GetBytes(Mark), 0];
        // Big-endian TIFF: one directory with two entries, and the text behind it.
        byte[] tiff = [
            .. "MM\0*"u8, 0, 0, 0, 8, 0, 2,
            0x01, 0x0E, 0, 2, 0, 0, 0, (byte)text.Length, 0, 0, 0, 38,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
            0, 0, 0, 0, .. text];
        byte[] exif = [.. "Exif\0\0"u8, .. tiff];
        byte[] length = [0, (byte)(exif.Length + 2)];
        return plain with { Bytes = [.. plain.Bytes[..2], 0xFF, 0xE1, .. length, .. exif, .. plain.Bytes[2..]] };
    }

    /// <summary>A picture that is also a web page, for whoever believes it: behind its end.</summary>
    public static UploadedFile Polyglot() => Of(SKEncodedImageFormat.Png) is var plain ? plain with { Bytes = [.. plain.Bytes, .. System.Text.Encoding.ASCII.GetBytes($"<script>{Mark}</script>")] } : plain;

    /// <summary>A PNG that is small, and says that it has so many pixels.</summary>
    public static UploadedFile Bomb(uint width, uint height)
    {
        var bytes = Of(SKEncodedImageFormat.Png, 8, 8).Bytes;
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(16), width);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(29), Crc32.HashToUInt32(bytes.AsSpan(12, 17)));
        return new UploadedFile("bomb.png", "image/png", bytes);
    }

    /// <summary>What is red in a picture: where the middle of its redness is, from 0 at the left and at the top to 1.</summary>
    public static (double X, double Y) RedOf(byte[] bytes)
    {
        using var bitmap = SKBitmap.Decode(bytes);
        var (x, y, count) = (0.0, 0.0, 0);
        for (var row = 0; row < bitmap.Height; row += 8)
        {
            for (var column = 0; column < bitmap.Width; column += 8)
            {
                if (bitmap.GetPixel(column, row).Red > 128)
                {
                    (x, y, count) = (x + column, y + row, count + 1);
                }
            }
        }

        return (Math.Round(x / count / bitmap.Width, 1), Math.Round(y / count / bitmap.Height, 1));
    }
}
