using Mapster.Utils;

namespace Mapster;

/// <summary>What one mapping, with all the mappings inside it, shares.</summary>
public class MapContext
{
    private static readonly AsyncLocal<MapContext?> Ambient = new();

    private Dictionary<ReferenceTuple, object>? references;
    private Dictionary<string, object>? parameters;

    /// <summary>The context of the mapping under way; null outside of one.</summary>
    public static MapContext? Current { get => Ambient.Value; set => Ambient.Value = value; }

    /// <summary>The objects mapped so far, for mappings that preserve references.</summary>
    public Dictionary<ReferenceTuple, object> References => references ??= [];

    /// <summary>Values handed in by the caller, by name.</summary>
    public Dictionary<string, object> Parameters => parameters ??= [];
}
