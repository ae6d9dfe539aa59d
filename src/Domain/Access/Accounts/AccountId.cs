using CleanApi.Domain.Common;

namespace CleanApi.Domain.Access;

/// <summary>Identifies an account: <c>acc_…</c>.</summary>
public readonly record struct AccountId(Guid Value) : ITypeId<AccountId>
{
    /// <inheritdoc />
    public static string Prefix => "acc";

    /// <inheritdoc />
    public static AccountId From(Guid value) => new(value);

    /// <summary>The TypeID.</summary>
    public override string ToString() => TypeId.Format(this);
}
