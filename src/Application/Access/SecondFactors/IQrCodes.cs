namespace CleanApi.Application.Access;

/// <summary>Draws QR codes (ISO/IEC 18004).</summary>
public interface IQrCodes
{
    /// <summary>A picture of a text, as a <c>data:</c> address (RFC 2397) of a PNG.</summary>
    string DataUri(string text);
}
