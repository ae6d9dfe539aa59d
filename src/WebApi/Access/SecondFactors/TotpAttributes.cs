namespace CleanApi.WebApi.Access;

/// <summary>How it stands with an authenticator app.</summary>
/// <param name="Enabled">Whether it is a second factor.</param>
/// <param name="ConfirmedAt">Since when, UTC.</param>
/// <param name="RecoveryCodesLeft">How many recovery codes are good.</param>
public sealed record TotpAttributes(bool Enabled, DateTimeOffset? ConfirmedAt, int RecoveryCodesLeft);
