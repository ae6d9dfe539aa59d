using CleanApi.Application.Files;
using CleanApi.Domain.Files;
using SkiaSharp;

namespace CleanApi.Infrastructure.Files;

/// <summary>
/// Decodes a picture and draws it anew. The pixels alone come through: no metadata, no colour profile, no place where it was taken, and nothing that stands before,
/// after or between them.
/// </summary>
internal static class AvatarPicture
{
    /// <summary>Pixels of a picture at most: 96 MB while it is decoded.</summary>
    public const long MaxPixels = 24_000_000;

    private const int Quality = 80;

    /// <summary>Makes an avatar: the middle of the picture, upright, square, never larger than it was.</summary>
    /// <returns>WebP.</returns>
    /// <exception cref="Domain.Errors.ValidationError">It is broken, or has too many pixels.</exception>
    public static byte[] Make(FileType type, ReadOnlySpan<byte> content)
    {
        using var data = SKData.CreateCopy(content);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat != FormatOf(type))
        {
            throw FileErrors.BrokenPicture();
        }

        // What its header says, before a byte is allocated for its pixels.
        if ((long)codec.Info.Width * codec.Info.Height > MaxPixels)
        {
            throw FileErrors.TooManyPixels(MaxPixels);
        }

        using var colours = SKColorSpace.CreateSrgb();
        using var picture = new SKBitmap();
        if (!picture.TryAllocPixels(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul, colours))
            || codec.GetPixels(picture.Info, picture.GetPixels()) != SKCodecResult.Success)
        {
            throw FileErrors.BrokenPicture();
        }

        return Encode(picture, codec.EncodedOrigin, colours);
    }

    private static byte[] Encode(SKBitmap picture, SKEncodedOrigin origin, SKColorSpace colours)
    {
        var middle = Math.Min(picture.Width, picture.Height);
        var side = Math.Min(middle, Avatar.MaxSide);
        picture.SetImmutable();
        using var image = SKImage.FromBitmap(picture);
        using var drawn = new SKBitmap(new SKImageInfo(side, side, SKColorType.Rgba8888, SKAlphaType.Premul, colours));
        using (var canvas = new SKCanvas(drawn))
        {
            canvas.Clear(SKColors.Transparent);
            canvas.SetMatrix(Upright(origin, side));
            var source = SKRect.Create((picture.Width - middle) / 2f, (picture.Height - middle) / 2f, middle, middle);
            canvas.DrawImage(image, source, SKRect.Create(side, side), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }

        // Without a profile, it is sRGB.
        using var pixels = new SKPixmap(new SKImageInfo(side, side, SKColorType.Rgba8888, SKAlphaType.Premul), drawn.GetPixels());
        using var encoded = pixels.Encode(SKEncodedImageFormat.Webp, Quality) ?? throw new InvalidOperationException("Skia encodes no WebP.");
        return encoded.ToArray();
    }

    private static SKEncodedImageFormat FormatOf(FileType type) =>
        type == FileType.Jpeg ? SKEncodedImageFormat.Jpeg : type == FileType.Png ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Webp;

    // What turns a square by what its camera says of it (Exif 2.32, tag 0x0112): columns of x and y, then the place of the origin.
    private static SKMatrix Upright(SKEncodedOrigin origin, float side) => origin switch
    {
        SKEncodedOrigin.TopRight => Matrix(-1, 0, 0, 1, side, 0),
        SKEncodedOrigin.BottomRight => Matrix(-1, 0, 0, -1, side, side),
        SKEncodedOrigin.BottomLeft => Matrix(1, 0, 0, -1, 0, side),
        SKEncodedOrigin.LeftTop => Matrix(0, 1, 1, 0, 0, 0),
        SKEncodedOrigin.RightTop => Matrix(0, 1, -1, 0, side, 0),
        SKEncodedOrigin.RightBottom => Matrix(0, -1, -1, 0, side, side),
        SKEncodedOrigin.LeftBottom => Matrix(0, -1, 1, 0, 0, side),
        _ => SKMatrix.Identity,
    };

    private static SKMatrix Matrix(float xOfX, float yOfX, float xOfY, float yOfY, float x, float y) =>
        new() { ScaleX = xOfX, SkewY = yOfX, SkewX = xOfY, ScaleY = yOfY, TransX = x, TransY = y, Persp2 = 1 };
}
