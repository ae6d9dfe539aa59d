using Ardalis.Specification;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>One passkey by its credential, tracked.</summary>
internal sealed class PasskeyByCredential : SingleResultSpecification<Passkey>
{
    public PasskeyByCredential(byte[] credentialId) => Query.Where(passkey => passkey.CredentialId == credentialId);
}
