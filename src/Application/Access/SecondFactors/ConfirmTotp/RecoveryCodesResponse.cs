using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>New recovery codes, in the one answer that shows them.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="Codes">Ten of them, each good for one use.</param>
/// <param name="Version">The account's version.</param>
public sealed record RecoveryCodesResponse(UserId UserId, IReadOnlyList<string> Codes, long Version) : IVersioned
{
    /// <summary>Without the codes: whoever reads a log must not be able to use them.</summary>
    public override string ToString() => nameof(RecoveryCodesResponse);
}
