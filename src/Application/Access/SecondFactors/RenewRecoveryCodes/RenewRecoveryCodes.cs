using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Makes new recovery codes; the old ones are worth nothing.</summary>
/// <param name="CurrentPassword">The password of the account,</param>
/// <param name="Code">or a code of the app, or a recovery code.</param>
[AuthenticatedOnly("Everybody has their own.")]
public sealed record RenewRecoveryCodes(string? CurrentPassword, string? Code) : IRequest<RecoveryCodesResponse>
{
    /// <summary>Without what it carries: whoever reads a log must not learn it.</summary>
    public override string ToString() => nameof(RenewRecoveryCodes);
}
