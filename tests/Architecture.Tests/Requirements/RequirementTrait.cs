namespace CleanApi.Architecture.Tests.Requirements;

/// <summary>That a test holds a row.</summary>
/// <param name="Row">The row's number.</param>
/// <param name="Project">The test project's name.</param>
/// <param name="Test">The class and the method; the class and a star where all of its tests do.</param>
/// <param name="Place">File and line.</param>
/// <param name="IsTest">Whether it stands on a test or a class, and so on something that runs.</param>
internal sealed record RequirementTrait(int Row, string Project, string Test, string Place, bool IsTest);
