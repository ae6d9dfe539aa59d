namespace Mapster.Models;

/// <summary>The type of a member that can be set but not read.</summary>
public struct Never;
