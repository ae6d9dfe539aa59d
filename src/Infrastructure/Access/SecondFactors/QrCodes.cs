using CleanApi.Application.Access;
using QRCoder;

namespace CleanApi.Infrastructure.Access;

/// <inheritdoc cref="IQrCodes" />
internal sealed class QrCodes : IQrCodes
{
    private const int PixelsPerModule = 6;

    /// <inheritdoc />
    public string DataUri(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(data);
        return $"data:image/png;base64,{Convert.ToBase64String(png.GetGraphic(PixelsPerModule))}";
    }
}
