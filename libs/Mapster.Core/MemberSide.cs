namespace Mapster;

/// <summary>The side of a mapping that a member is on.</summary>
public enum MemberSide
{
    Source,
    Destination,
}
