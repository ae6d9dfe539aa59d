namespace CleanApi.Libs.UnitTests;

[Flags]
public enum Access
{
    None = 0,
    Read = 1,
    Write = 2,
}
