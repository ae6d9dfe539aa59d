using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Users;

/// <summary>Lets a user in who was added and has proved their mailbox now; nobody else's status changes.</summary>
/// <param name="UserId">Whom.</param>
[AuthenticatedOnly("Sent by the use case to which the mailbox was proved, as the user themselves.")]
[NotAudited("Part of that use case, which is.")]
[NoValidator("Sent by other use cases, with values that are checked already.")]
public sealed record ConfirmUser(UserId UserId) : ICommand<Unit>;
