using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Takes one of the caller's own passkeys away.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Expected">The versions that the caller has seen.</param>
[AuthenticatedOnly("Sent by the use case that has the caller prove who they are.")]
[Audited("passkey.removed")]
[NoValidator("Sent by another use case, with values that are checked already.")]
public sealed record RemovePasskey(PasskeyId Id, ExpectedVersion Expected) : ICommand<Unit>;
