namespace Mapster;

/// <summary>The member that carries it is not mapped.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public class AdaptIgnoreAttribute : Attribute
{
    public AdaptIgnoreAttribute()
    {
    }

    public AdaptIgnoreAttribute(MemberSide side) => Side = side;

    /// <summary>The side on which it is left out; null for both.</summary>
    public MemberSide? Side { get; set; }
}
