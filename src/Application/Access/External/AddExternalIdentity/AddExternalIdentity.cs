using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Links an identity that the caller has just proved to be theirs to their account; nothing happens when it is linked already.</summary>
/// <param name="Provider">The provider's name.</param>
/// <param name="Person">Who they are there.</param>
[AuthenticatedOnly("Sent by the use case that has verified the identity, as the user who began to link it.")]
[Audited("identity.linked")]
[NoValidator("Sent by another use case, with values that are verified already.")]
public sealed record AddExternalIdentity(string Provider, ExternalPerson Person) : ICommand<Unit>;
