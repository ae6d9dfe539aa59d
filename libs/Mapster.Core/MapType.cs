namespace Mapster;

/// <summary>The forms of a mapping: to a new object, onto an existing one, inside a query.</summary>
[Flags]
public enum MapType
{
    Map = 1,
    MapToTarget = 2,
    Projection = 4,
}
