using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Takes an authenticator app away as a second factor.</summary>
/// <param name="CurrentPassword">The password of the account,</param>
/// <param name="Code">or a code of the app, or a recovery code.</param>
[AuthenticatedOnly("Everybody takes away their own.")]
public sealed record DisableTotp(string? CurrentPassword, string? Code) : IRequest<Unit>
{
    /// <summary>Without what it carries: whoever reads a log must not learn it.</summary>
    public override string ToString() => nameof(DisableTotp);
}
