namespace CleanApi.Application.Access;

/// <summary>Generates QR codes (ISO/IEC 18004).</summary>
public interface IQrCodes
{
    /// <summary>Returns the QR code of a text as a <c>data:</c> URL (RFC 2397) of a PNG.</summary>
    string DataUri(string text);
}
