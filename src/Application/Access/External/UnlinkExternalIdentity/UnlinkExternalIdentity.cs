using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Unlinks an external identity from the caller's account; rejected when it is the only sign-in method.</summary>
/// <param name="Id">The identity.</param>
[AuthenticatedOnly("Users manage only their own sign-in methods.")]
[Audited("identity.unlinked")]
[RequiresRecentAuthentication]
[NoValidator("The id is parsed by its type.")]
public sealed record UnlinkExternalIdentity(ExternalIdentityId Id) : ICommand<Unit>;
