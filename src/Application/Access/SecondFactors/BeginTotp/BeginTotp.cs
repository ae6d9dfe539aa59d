using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Begins to set up an authenticator app: makes a secret, which is a second factor once <see cref="ConfirmTotp"/> has seen a code of it.</summary>
/// <param name="CurrentPassword">The password of the account, where it has one.</param>
[AuthenticatedOnly("Everybody sets up their own.")]
[AllowedWhileEnrolling]
public sealed record BeginTotp(string? CurrentPassword) : IRequest<TotpEnrolmentResponse>
{
    /// <summary>Without what it carries: whoever reads a log must not learn it.</summary>
    public override string ToString() => nameof(BeginTotp);
}
