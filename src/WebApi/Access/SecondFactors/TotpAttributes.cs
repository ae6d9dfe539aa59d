using CleanApi.Application.Common.Requests;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Access;

/// <summary>How it stands with an authenticator app.</summary>
/// <param name="Enabled">Whether it is a second factor.</param>
/// <param name="ConfirmedAt">Since when, UTC.</param>
/// <param name="RecoveryCodesLeft">How many recovery codes are good.</param>
public sealed record TotpAttributes(
    bool Enabled,
    [property: Example("2026-01-31T12:00:00.000Z")] DateTimeOffset? ConfirmedAt,
    [property: AtLeast(0), Example(10)] int RecoveryCodesLeft);
