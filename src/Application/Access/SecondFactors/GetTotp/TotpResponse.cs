using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The state of a user's authenticator app.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Enabled">Whether it is a second factor.</param>
/// <param name="ConfirmedAt">When it was confirmed, UTC.</param>
/// <param name="RecoveryCodesLeft">Number of unused recovery codes.</param>
/// <param name="Version">The account's version.</param>
public sealed record TotpResponse(UserId UserId, bool Enabled, DateTimeOffset? ConfirmedAt, int RecoveryCodesLeft, long Version) : IVersioned;
