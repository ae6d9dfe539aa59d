using Ardalis.Specification;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>One passkey by its credential, tracked.</summary>
internal sealed class PasskeyByCredentialSpec : SingleResultSpecification<Passkey>
{
    public PasskeyByCredentialSpec(byte[] credentialId) => Query.Where(passkey => passkey.CredentialId == credentialId);
}
