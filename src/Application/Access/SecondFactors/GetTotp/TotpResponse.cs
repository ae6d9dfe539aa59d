using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>How it stands with somebody's authenticator app.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="Enabled">Whether it is a second factor.</param>
/// <param name="ConfirmedAt">Since when, UTC.</param>
/// <param name="RecoveryCodesLeft">How many recovery codes are good.</param>
/// <param name="Version">The account's version.</param>
public sealed record TotpResponse(UserId UserId, bool Enabled, DateTimeOffset? ConfirmedAt, int RecoveryCodesLeft, long Version) : IVersioned;
