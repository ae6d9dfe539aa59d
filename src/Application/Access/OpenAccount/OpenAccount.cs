using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Gives a new user an account, without a password yet.</summary>
[AuthenticatedOnly("Sent by the module that changes the user; that request says who may.")]
[NotAudited("Part of the change to the user, which is.")]
[NoValidator("Sent by other use cases, with values that are checked already.")]
public sealed record OpenAccount(UserId UserId, OrganizationId OrganizationId, EmailAddress Email) : ICommand<Unit>;
