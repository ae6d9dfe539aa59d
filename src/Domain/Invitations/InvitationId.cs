using CleanApi.Domain.Common;

namespace CleanApi.Domain.Invitations;

/// <summary>Identifies an invitation: <c>inv_…</c>.</summary>
public readonly record struct InvitationId(Guid Value) : ITypeId<InvitationId>
{
    /// <inheritdoc />
    public static string Prefix => "inv";

    /// <inheritdoc />
    public static InvitationId From(Guid value) => new(value);

    /// <summary>The TypeID.</summary>
    public override string ToString() => TypeId.Format(this);
}
