using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Removes one of the caller's passkeys.</summary>
/// <param name="Id">The passkey.</param>
[AuthenticatedOnly("Users manage only their own passkeys.")]
[Audited("passkey.removed")]
[NoValidator("The id is parsed by its type.")]
[RequiresRecentAuthentication]
public sealed record DeletePasskey(PasskeyId Id) : ICommand<Unit>;
