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
[AuthenticatedOnly("Everybody keeps their own passkeys.")]
[Audited("passkey.removed")]
[NoValidator("Typed by its parser.")]
public sealed record DeletePasskey(PasskeyId Id, ExpectedVersion Expected = default) : ICommand<Unit>;
