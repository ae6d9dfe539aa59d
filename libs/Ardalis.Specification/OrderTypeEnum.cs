namespace Ardalis.Specification;

/// <summary>The direction of a sort key, and whether it is the first or a further one.</summary>
public enum OrderTypeEnum
{
    OrderBy = 1,
    OrderByDescending = 2,
    ThenBy = 3,
    ThenByDescending = 4,
}
