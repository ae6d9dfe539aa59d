namespace Mapster;

/// <summary>The member that carries it is mapped under another name, or although it is not public.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Property)]
public class AdaptMemberAttribute : Attribute
{
    public AdaptMemberAttribute()
    {
    }

    public AdaptMemberAttribute(string name) => Name = name;

    public AdaptMemberAttribute(string name, MemberSide side) : this(name) => Side = side;

    /// <summary>The name to map under; null for the member's own.</summary>
    public string? Name { get; set; }

    /// <summary>The side on which it counts; null for both.</summary>
    public MemberSide? Side { get; set; }
}
