using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Takes an identity at another provider away from the caller's account; refused when nobody could sign in to it any more.</summary>
/// <param name="Id">The identity.</param>
[AuthenticatedOnly("Everybody decides with what they sign in.")]
[Audited("identity.unlinked")]
[NoValidator("The id is parsed by its type.")]
public sealed record UnlinkExternalIdentity(ExternalIdentityId Id) : ICommand<Unit>;
