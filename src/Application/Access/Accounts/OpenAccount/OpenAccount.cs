using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Gives a new user an account.</summary>
/// <param name="UserId">The user.</param>
/// <param name="OrganizationId">Their organization.</param>
/// <param name="Email">Their address.</param>
/// <param name="PasswordHash">What <see cref="HashPassword"/> has answered; null where no password was chosen yet.</param>
[AuthenticatedOnly("Sent by the module that changes the user; that request says who may.", ForApiKeys = true)]
[NotAudited("Part of the change to the user, which is.")]
[NoValidator("Sent by other use cases, with values that are checked already.")]
public sealed record OpenAccount(UserId UserId, OrganizationId OrganizationId, EmailAddress Email, string? PasswordHash = null) : ICommand<Unit>
{
    /// <summary>Without the hash.</summary>
    public override string ToString() => $"{nameof(OpenAccount)} {UserId}";
}
