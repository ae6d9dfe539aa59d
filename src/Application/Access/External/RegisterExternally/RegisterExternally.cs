using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Access;

/// <summary>Founds an organization for somebody whom a provider has vouched for, and links their identity to the new account.</summary>
/// <param name="Provider">The provider's name.</param>
/// <param name="Person">Who they are there; with a verified address.</param>
[AllowAnonymous("Sent by the use case that has verified the identity; the person is nobody yet.")]
[NotAudited("What it does is the founding, and the linking, which are.")]
[NoValidator("Sent by another use case, with values that are verified already.")]
public sealed record RegisterExternally(string Provider, ExternalPerson Person) : ICommand<KnownIdentity>;
