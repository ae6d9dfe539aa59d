using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>Identifies an API key: <c>key_…</c>. It is no secret.</summary>
public readonly record struct ApiKeyId(Guid Value) : ITypeId<ApiKeyId>
{
    /// <inheritdoc />
    public static string Prefix => "key";

    /// <inheritdoc />
    public static ApiKeyId From(Guid value) => new(value);

    /// <summary>The TypeID.</summary>
    public override string ToString() => TypeId.Format(this);
}
