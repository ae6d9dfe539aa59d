using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Makes a user's access tokens invalid, because they carry a role that is no longer theirs; refresh tokens go on.</summary>
[AuthenticatedOnly("Sent by the module that changes the user; that request says who may.", ForApiKeys = true)]
[NotAudited("Part of the change to the user, which is.")]
[NoValidator("Sent by other use cases, with values that are checked already.")]
public sealed record ExpireAccessTokens(UserId UserId) : ICommand<Unit>;
