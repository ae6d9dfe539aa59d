using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>Identifies a passkey: <c>pkey_…</c>. Not the credential id, which its authenticator has chosen.</summary>
public readonly record struct PasskeyId(Guid Value) : ITypeId<PasskeyId>
{
    /// <inheritdoc />
    public static string Prefix => "pkey";

    /// <inheritdoc />
    public static PasskeyId From(Guid value) => new(value);

    /// <summary>The TypeID.</summary>
    public override string ToString() => TypeId.Format(this);
}
