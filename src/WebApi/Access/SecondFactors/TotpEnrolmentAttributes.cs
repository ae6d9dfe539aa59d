namespace CleanApi.WebApi.Access;

/// <summary>What goes into an authenticator app.</summary>
/// <param name="Secret">The secret, in base32, to be typed.</param>
/// <param name="OtpauthUri">The same with all that the app needs to know.</param>
/// <param name="QrCode">That address to be scanned: a <c>data:</c> address of a PNG.</param>
public sealed record TotpEnrolmentAttributes(string Secret, string OtpauthUri, string QrCode);
