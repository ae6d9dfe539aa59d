using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Ends all sessions of a user: access tokens and refresh tokens die at once.</summary>
[AuthenticatedOnly("Sent by the module that changes the user; that request says who may.", ForApiKeys = true)]
[NotAudited("Part of the change to the user, which is.")]
[NoValidator("Sent by other use cases, with values that are checked already.")]
public sealed record EndUserSessions(UserId UserId) : ICommand<Unit>;
