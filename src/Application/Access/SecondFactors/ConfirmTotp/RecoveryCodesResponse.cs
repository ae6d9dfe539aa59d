using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>New recovery codes, which only this response shows.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Codes">Ten single-use codes.</param>
/// <param name="Version">The account's version.</param>
public sealed record RecoveryCodesResponse(UserId UserId, IReadOnlyList<string> Codes, long Version) : IVersioned
{
    /// <summary>Without the codes, which must not reach a log.</summary>
    public override string ToString() => nameof(RecoveryCodesResponse);
}
