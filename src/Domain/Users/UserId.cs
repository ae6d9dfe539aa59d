using CleanApi.Domain.Common;

namespace CleanApi.Domain.Users;

/// <summary>Identifies a user: <c>usr_…</c>.</summary>
public readonly record struct UserId(Guid Value) : ITypeId<UserId>
{
    /// <inheritdoc />
    public static string Prefix => "usr";

    /// <inheritdoc />
    public static UserId From(Guid value) => new(value);

    /// <summary>The TypeID.</summary>
    public override string ToString() => TypeId.Format(this);
}
