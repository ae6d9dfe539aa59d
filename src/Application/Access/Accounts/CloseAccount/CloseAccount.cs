using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Takes a deleted user's account away: sessions end, the address is free again.</summary>
[AuthenticatedOnly("Sent by the module that changes the user; that request says who may.", ForApiKeys = true)]
[NotAudited("Part of the change to the user, which is.")]
[NoValidator("Sent by other use cases, with values that are checked already.")]
public sealed record CloseAccount(UserId UserId) : ICommand<Unit>;
