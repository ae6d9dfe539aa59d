// Stands in for the package Mapster.Core 1.2.1, which Mapster.dll 7.4.0 is compiled against, until the feed carries it.
// It has what Mapster.dll refers to, and what it finds by name at run time (Mapster.Utils); nothing for code generation.

namespace Mapster;

/// <summary>A mapping declared on a type, with the settings that it is compiled with.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, AllowMultiple = true)]
public abstract class BaseAdaptAttribute : Attribute
{
    private readonly Dictionary<string, bool> settings = [];

    protected BaseAdaptAttribute(Type type) => Type = type;

    protected BaseAdaptAttribute(string name) => Name = name;

    /// <summary>The other type, when it is given as a type.</summary>
    public Type? Type { get; }

    /// <summary>The other type's name, when it is given as a name.</summary>
    public string? Name { get; }

    /// <summary>Members that carry one of these attributes are left out.</summary>
    public Type[]? IgnoreAttributes { get; set; }

    /// <summary>Members that carry none of these attributes are left out.</summary>
    public Type[]? IgnoreNoAttributes { get; set; }

    /// <summary>Members of a type in one of these namespaces are left out.</summary>
    public string[]? IgnoreNamespaces { get; set; }

    /// <summary>How many levels of objects are mapped; 0 for all.</summary>
    public int MaxDepth { get; set; }

    /// <summary>The forms of the mapping that are compiled.</summary>
    public MapType MapType { get; set; } = MapType.Map | MapType.MapToTarget;

    /// <summary>A null in the source leaves the destination as it is.</summary>
    public bool IgnoreNullValues { get => IsSet(nameof(IgnoreNullValues)); set => settings[nameof(IgnoreNullValues)] = value; }

    /// <summary>Values are passed to the destination's constructor.</summary>
    public bool MapToConstructor { get => IsSet(nameof(MapToConstructor)); set => settings[nameof(MapToConstructor)] = value; }

    /// <summary>One source object becomes one destination object, however often it is met.</summary>
    public bool PreserveReference { get => IsSet(nameof(PreserveReference)); set => settings[nameof(PreserveReference)] = value; }

    /// <summary>An object of the destination's own type is passed on, not copied.</summary>
    public bool ShallowCopyForSameType { get => IsSet(nameof(ShallowCopyForSameType)); set => settings[nameof(ShallowCopyForSameType)] = value; }

    /// <summary>A destination member without a source fails the mapping.</summary>
    public bool RequireDestinationMemberSource
    {
        get => IsSet(nameof(RequireDestinationMemberSource));
        set => settings[nameof(RequireDestinationMemberSource)] = value;
    }

    /// <summary>A boolean setting by its property's name; null when the attribute does not say.</summary>
    public bool? GetBooleanSettingValues(string name) => settings.TryGetValue(name, out var value) ? value : null;

    private bool IsSet(string name) => GetBooleanSettingValues(name) == true;
}
